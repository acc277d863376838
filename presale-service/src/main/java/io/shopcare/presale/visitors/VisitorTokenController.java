package io.shopcare.presale.visitors;

import java.time.Instant;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.shopcare.presale.conversations.Language;

/** Open to everybody; the gateway limits how often. */
@RestController
@Tag(name = "visitors")
class VisitorTokenController {
    private final VisitorTokens tokens;

    VisitorTokenController(VisitorTokens tokens) {
        this.tokens = tokens;
    }

    record Request(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,31}") @Schema(example = "nuanyang") String shop,
            @Nullable @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") @Schema(example = "zh-CN") String locale) {}

    record TokenView(String token, String visitorId, Instant expiresAt) {
        @Override
        public String toString() {
            return "TokenView[" + visitorId + "]";
        }
    }

    @PostMapping("/api/presale/visitor-tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @SecurityRequirements
    @Operation(summary = "A token for an anonymous buyer", description = "Good for 30 minutes and for this buyer's own conversation only.")
    ResponseEntity<TokenView> issue(@Valid @RequestBody Request body) {
        var locale = body.locale() == null ? Language.ENGLISH : Language.of(body.locale());
        var issued = tokens.issue(body.shop(), locale);
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore())
                .body(new TokenView(issued.text(), issued.visitorId(), issued.expiresAt()));
    }
}
