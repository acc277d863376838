package io.shopcare.standalone.identity;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

import io.shopcare.standalone.doors.Door;
import io.shopcare.standalone.doors.Doors;

/** Who may do what at the three doors: the provider's protocol, its pages, and the open doors of the others. */
@Configuration(proxyBeanMethods = false)
class IdentitySecurity {
    @Bean
    @Order(1)
    SecurityFilterChain otherDoors(HttpSecurity http, Doors doors) throws Exception {
        return http.securityMatcher(request -> doors.of(request) != Door.IDENTITY).authorizeHttpRequests(
                requests -> requests.anyRequest().permitAll()).csrf(AbstractHttpConfigurer::disable).headers(
                        headers -> headers.frameOptions(frame -> frame.sameOrigin()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain protocol(HttpSecurity http, RegisteredClientRepository clients, People people,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.securityMatcher(server.getEndpointsMatcher()).with(server, configurer -> configurer.oidc(Customizer
                .withDefaults()).clientAuthentication(
                        client -> client.authenticationConverter(PasswordGrant::clientIn)
                                .authenticationProviders(
                                        providers -> providers.addFirst(new PasswordGrantClients(clients))))
                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverter(PasswordGrant::grantIn)
                        .authenticationProvider(new PasswordGrantTokens(new DaoAuthenticationProvider(people),
                                tokens))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .cors(Customizer.withDefaults()).exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(
                        new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain keys(HttpSecurity http) throws Exception {
        return http.securityMatcher("/keys/**").authorizeHttpRequests(requests -> requests.anyRequest()
                .authenticated()).csrf(AbstractHttpConfigurer::disable).oauth2ResourceServer(resource -> resource.jwt(
                        Customizer.withDefaults()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/error").permitAll()
                .anyRequest().authenticated()).formLogin(form -> form.loginPage("/login")).build();
    }

    @Bean
    OAuth2TokenGenerator<? extends OAuth2Token> tokens(SigningKeys keys, Claims claims) {
        var generator = new JwtGenerator(new NimbusJwtEncoder(keys));
        generator.setJwtCustomizer(claims);
        return generator;
    }

    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings server(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
    }

    /** Pages of other local addresses (the API documents, a desk under development) fetch tokens by script. */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        var local = new CorsConfiguration();
        local.setAllowedOriginPatterns(List.of("http://localhost:[*]", "http://127.0.0.1:[*]"));
        local.setAllowedMethods(List.of("GET", "POST"));
        local.setAllowedHeaders(List.of("*"));
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", local);
        return source;
    }
}
