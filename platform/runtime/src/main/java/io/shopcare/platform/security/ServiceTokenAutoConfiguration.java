package io.shopcare.platform.security;

import feign.RequestInterceptor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** Calls to other services carry this program's own token, by client credentials, renewed before it ends. */
@AutoConfiguration
@ConditionalOnClass({AuthorizedClientServiceOAuth2AuthorizedClientManager.class, RequestInterceptor.class})
@ConditionalOnProperty("shopcare.security.client.id")
@EnableConfigurationProperties(SecuritySettings.class)
public class ServiceTokenAutoConfiguration {
    private static final String REGISTRATION = "shopcare";

    @Bean
    RequestInterceptor serviceToken(SecuritySettings settings) {
        var client = settings.client();
        var registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(String.valueOf(client.id())).clientSecret(String.valueOf(client.secret()))
                .tokenUri(settings.tokenUri()).build();
        var registrations = new InMemoryClientRegistrationRepository(registration);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations,
                new InMemoryOAuth2AuthorizedClientService(registrations));
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                .principal(String.valueOf(client.id())).build();
        return template -> {
            var authorized = manager.authorize(request);
            if (authorized == null)
                throw new IllegalStateException("the issuer gave this program no token");
            template.header("Authorization", "Bearer " + authorized.getAccessToken().getTokenValue());
        };
    }
}
