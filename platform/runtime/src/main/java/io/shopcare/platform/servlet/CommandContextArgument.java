package io.shopcare.platform.servlet;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

import io.shopcare.platform.commands.CommandContext;
import io.shopcare.platform.commands.CommandKey;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;

/**
 * Lets a controller method take the {@link CommandContext} of an acting request: the caller, the
 * {@code Idempotency-Key} that every acting POST must carry, and the version of {@code If-Match}.
 */
final class CommandContextArgument implements HandlerMethodArgumentResolver {
    static final String KEY_HEADER = "Idempotency-Key";

    private final CurrentPerson current;

    CommandContextArgument(CurrentPerson current) {
        this.current = current;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandContext.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
        var request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null)
            throw new IllegalStateException("only for servlet requests");
        var person = current.get();
        var route = request.getMethod() + " " + request.getRequestURI();
        var name = request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var body = WebUtils.getNativeRequest(request, RequestBody.class);
        var key = key(request);
        return new CommandContext(person.actor(), name,
                key == null ? null : CommandKey.of(person.id(), route, key, body == null ? "" : body.fingerprint()),
                null, ifMatch(request));
    }

    private static @Nullable String key(HttpServletRequest request) {
        var key = request.getHeader(KEY_HEADER);
        if (key == null || key.isBlank()) {
            if (request.getMethod().equals("POST"))
                throw new ProblemException("missing-idempotency-key", Map.of());
            return null;
        }
        if (!key.matches("[\\x21-\\x7e]{1,128}"))
            throw new InvalidFieldException(KEY_HEADER, "malformed", null);
        return key;
    }

    private static @Nullable Long ifMatch(HttpServletRequest request) {
        var value = request.getHeader(HttpHeaders.IF_MATCH);
        if (value == null || value.equals("*"))
            return null;
        if (!value.matches("\"\\d{1,18}\""))
            throw new InvalidFieldException(HttpHeaders.IF_MATCH, "malformed", null);
        return Long.valueOf(value.substring(1, value.length() - 1));
    }
}
