package io.shopcare.standalone.identity;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Which programs may ask for tokens, and how. */
@Configuration(proxyBeanMethods = false)
class Clients {
    /** For the command line and tests: name and password for a token, as Keycloak's direct grant does it. */
    static final String CLI = "shopcare-cli";
    /** For pages in a browser: the API documents at the gateway. */
    static final String DOCS = "shopcare-docs";

    private static final List<String> DOCS_REDIRECTS = List.of("/webjars/swagger-ui/oauth2-redirect.html",
            "/swagger-ui/oauth2-redirect.html", "/docs/oauth2-redirect.html");

    @Bean
    RegisteredClientRepository registeredClients(IdentitySettings settings) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(cli(settings));
        clients.add(docs(settings));
        settings.services().forEach(service -> clients.add(service(service, settings)));
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient cli(IdentitySettings settings) {
        return client(CLI, settings).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(PasswordGrant.TYPE).build();
    }

    private static RegisteredClient docs(IdentitySettings settings) {
        URI gateway = settings.gateway();
        return client(DOCS, settings).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUris(uris -> DOCS_REDIRECTS
                        .forEach(path -> uris.add(gateway.resolve(path).toString())))
                .postLogoutRedirectUri(gateway
                        .toString())
                .scope(OidcScopes.OPENID).scope(OidcScopes.PROFILE).clientSettings(
                        ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static RegisteredClient service(IdentitySettings.ServiceClient service, IdentitySettings settings) {
        return client(service.id(), settings).clientSecret("{noop}" + service.secret()).clientAuthenticationMethod(
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC).clientAuthenticationMethod(
                        ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(
                        AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(service.scopes())).build();
    }

    private static RegisteredClient.Builder client(String id, IdentitySettings settings) {
        return RegisteredClient.withId(id).clientId(id).tokenSettings(TokenSettings.builder().accessTokenTimeToLive(
                settings.tokenLifetime()).build());
    }
}
