package io.shopcare.platform.servlet;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads JSON bodies of acting requests up to a limit, so that their fingerprint is known; larger ones are refused. */
final class RequestBodyFilter extends OncePerRequestFilter {
    private static final Set<String> ACTING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final DataSize limit;
    private final ProblemResponses problems;

    RequestBodyFilter(DataSize limit, ProblemResponses problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentType() != null && !isMediaType(request.getContentType())) {
            problems.write(response, problems.problem(request, "unsupported-media-type",
                    Map.of("given", request.getContentType())));
            return;
        }
        if (!ACTING.contains(request.getMethod()) || isMultipart(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes((int) limit.toBytes() + 1);
        } catch (IOException e) { // the rest never came, or came in pieces that are none
            problems.write(response, problems.problem(request, "malformed-request", Map.of("problem", "body")));
            return;
        }
        if (body.length > limit.toBytes())
            problems.write(response, problems.problem(request, "payload-too-large", Map.of("limit", limit.toBytes())));
        else
            chain.doFilter(new RequestBody(request, body), response);
    }

    /** What is none, or names a character set that nobody knows, would fail somewhere within. */
    private static boolean isMediaType(String text) {
        try {
            return MediaType.parseMediaType(text).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
