package io.shopcare.standalone.identity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The local OpenID provider.
 *
 * @param issuer as tokens name it
 * @param keys folder of the signing keys, so that tokens outlive a restart
 * @param crowd how many buyers more there are: buyer-1, buyer-2 ... of the first buyer's shop and channel; and one more
 *              presales agent for every forty of them: agent-1, agent-2 ...
 * @param gateway whose API documents may sign in here
 */
@Validated
@ConfigurationProperties("shopcare.identity")
record IdentitySettings(@PositiveOrZero int port, @NotNull URI issuer, @NotNull Path keys, @NotNull URI gateway,
        @NotNull Duration tokenLifetime, @NotEmpty List<@Valid ServiceClient> services,
        @NotEmpty List<@Valid Person> people, @DefaultValue("0") @PositiveOrZero int crowd) {
    /** A service that signs in for itself; its tokens let it do what the scopes name, and no more. */
    record ServiceClient(@NotBlank String id, @NotBlank String secret, @DefaultValue List<String> scopes) {
        @Override
        public String toString() {
            return "ServiceClient[id=" + id + "]";
        }
    }
}
