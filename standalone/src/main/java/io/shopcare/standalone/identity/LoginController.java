package io.shopcare.standalone.identity;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page where people sign in, in their language. */
@RestController
class LoginController {
    private final LoginPage page = LoginPage.load();
    private final IdentitySettings settings;

    LoginController(IdentitySettings settings) {
        this.settings = settings;
    }

    @GetMapping(path = "/login", produces = "text/html;charset=UTF-8")
    String login(Locale preferred, @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String error,
            CsrfToken token) {
        Locale locale = lang == null ? preferred : Locale.forLanguageTag(lang);
        return page.in(locale, error != null, token.getParameterName(), token.getToken(), settings.people());
    }

    @GetMapping(path = "/", produces = "text/plain;charset=UTF-8")
    String who(@AuthenticationPrincipal @Nullable UserDetails person) {
        return Objects.requireNonNull(person).getUsername();
    }
}
