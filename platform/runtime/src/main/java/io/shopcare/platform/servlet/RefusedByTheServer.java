package io.shopcare.platform.servlet;

import java.io.IOException;
import java.util.Map;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

import io.shopcare.platform.json.Json;
import io.shopcare.platform.problems.Problem;

/** What the web server refuses before any filter sees it, a path that is no text for one, is told as a problem too. */
final class RefusedByTheServer extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(RefusedByTheServer.class);

    private final ObjectProvider<ProblemResponses> problems;

    RefusedByTheServer(ObjectProvider<ProblemResponses> problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported())
            return;
        var name = switch (response.getStatus()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            default -> response.getStatus() < 500 ? "malformed-request" : "internal";
        };
        var problem = problems.getObject().problem(request, name, Map.of("problem", "request", "method",
                String.valueOf(request.getMethod())));
        try {
            response.setStatus(problem.status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setCharacterEncoding("UTF-8");
            response.getReporter().write(Json.WIRE.writeValueAsString(problem));
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            log.debug("nobody there to be told", e);
        }
    }
}
