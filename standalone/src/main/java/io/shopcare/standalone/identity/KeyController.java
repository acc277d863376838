package io.shopcare.standalone.identity;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets an admin change the signing key, to see that nobody notices. */
@RestController
class KeyController {
    private final SigningKeys keys;

    KeyController(SigningKeys keys) {
        this.keys = keys;
    }

    @PostMapping("/keys/rotation")
    Rotated rotate(@AuthenticationPrincipal Jwt token) {
        List<String> roles = token.getClaimAsStringList("roles");
        if (roles == null || !roles.contains("admin")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only an admin may change the signing key");
        }
        return new Rotated(keys.rotate());
    }

    record Rotated(String keyId) {}
}
