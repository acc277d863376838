package io.shopcare.platform.servlet;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.shopcare.platform.security.MachineScopes;
import io.shopcare.platform.security.PersonTokens;
import io.shopcare.platform.security.SecuritySettings;
import io.shopcare.platform.security.TokenDecoders;

/**
 * Every request to a service needs a token, but for health and the paths that the service opens by setting; a program's
 * needs the scope too.
 */
@AutoConfiguration(before = {SecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(SecuritySettings.class)
@EnableMethodSecurity
public class ServletSecurityAutoConfiguration {
    private static final String[] ALWAYS_OPEN = {"/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**"};

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder tokenDecoder(SecuritySettings settings) {
        return TokenDecoders.of(settings);
    }

    /** A request is timed as a whole; that its filters are there is known. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PersonTokens personTokens(SecuritySettings settings) {
        return new PersonTokens(settings);
    }

    @Bean
    CurrentPerson currentPerson(PersonTokens tokens) {
        return new CurrentPerson(tokens);
    }

    @Bean
    SecurityFilterChain everyRequestNeedsAToken(HttpSecurity http, SecuritySettings settings, PersonTokens tokens,
            SecurityProblems problems) throws Exception {
        return http
                .authorizeHttpRequests(requests -> requests.requestMatchers(ALWAYS_OPEN).permitAll()
                        .requestMatchers(settings.open().toArray(String[]::new)).permitAll()
                        .requestMatchers("/error").permitAll()
                        .anyRequest().access(AuthorizationManagers.allOf(settings.visitor().secret() == null
                                ? (who, _) -> new AuthorizationDecision(isNoVisitor(who.get()))
                                : AuthenticatedAuthorizationManager.authenticated(),
                                (who, to) -> new AuthorizationDecision(mayAsProgram(who.get(), to.getRequest())))))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(tokens))
                        .authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .exceptionHandling(on -> on.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookies: a token is sent on purpose or not at all
                .build();
    }

    /** Visitors are let in only where their tokens are known: whoever says to be one elsewhere is none of ours. */
    private static boolean isNoVisitor(Authentication who) {
        return who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken)
                && who.getAuthorities().stream().noneMatch(role -> role.getAuthority().equals("ROLE_visitor"));
    }

    /** Programs only as far as their scopes go; people by their roles alone. */
    private static boolean mayAsProgram(Authentication who, HttpServletRequest request) {
        boolean isProgram = who.getAuthorities().stream().anyMatch(role -> role.getAuthority().equals("ROLE_service"));
        return !isProgram || who instanceof JwtAuthenticationToken token
                && MachineScopes.let(token.getToken(), request.getMethod(), request.getRequestURI());
    }

    @Bean
    WebMvcConfigurer personArguments(CurrentPerson current) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PersonArgument(current));
            }
        };
    }
}
