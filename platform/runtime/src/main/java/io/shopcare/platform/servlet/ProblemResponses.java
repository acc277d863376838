package io.shopcare.platform.servlet;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.CallerLanguage;
import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.Problem;
import io.shopcare.platform.problems.ProblemCatalogue;
import io.shopcare.platform.store.Rejection;

/** Turns what went wrong into answers of the servlet world. */
public final class ProblemResponses {
    private static final JsonMapper JSON = Json.WIRE;

    private final ProblemCatalogue catalogue;
    private final Supplier<@Nullable String> traceId;

    ProblemResponses(ProblemCatalogue catalogue, Supplier<@Nullable String> traceId) {
        this.catalogue = catalogue;
        this.traceId = traceId;
    }

    /** A problem of the catalogue. */
    public Problem problem(HttpServletRequest request, String name, Map<String, Object> facts) {
        return catalogue.problem(name, language(request), request.getRequestURI(), facts, trace(request));
    }

    Problem fields(HttpServletRequest request, List<FieldProblem> fields) {
        return catalogue.fields(language(request), request.getRequestURI(), fields, trace(request));
    }

    Problem refusal(HttpServletRequest request, Rejection rejection) {
        return catalogue.refusal(rejection.kind().problem(), language(request), request.getRequestURI(),
                rejection.code(), rejection.facts(), trace(request));
    }

    static ResponseEntity<Object> answer(Problem problem) {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null)
            headers.set(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        return ResponseEntity.status(problem.status()).headers(headers).body(problem);
    }

    /** Writes a problem where no controller is involved: filters and security. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted())
            return;
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        if (problem.retryAfter() != null)
            response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    /** Of what runs now; before anything runs, that of the caller, which is the gateway's. */
    private @Nullable String trace(HttpServletRequest request) {
        var id = traceId.get();
        if (id != null)
            return id;
        var parent = request.getHeader("traceparent");
        return parent != null && parent.matches("[0-9a-f]{2}-[0-9a-f]{32}-.*") ? parent.substring(3, 35) : null;
    }

    private static Locale language(HttpServletRequest request) {
        return CallerLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
