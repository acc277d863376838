package io.shopcare.platform.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import io.shopcare.platform.problems.FieldProblem;
import io.shopcare.platform.problems.InvalidFieldException;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.store.ContentionException;
import io.shopcare.platform.store.OverloadedException;
import io.shopcare.platform.store.RejectedException;

/** Every exception that leaves a controller becomes a problem; what is nobody's fault outside is a 500 without details. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemResponses problems;

    ProblemAdvice(ProblemResponses problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> rejected(RejectedException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.refusal(request, e.rejection()));
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.problem(request, e.problem(), e.facts()));
    }

    @ExceptionHandler
    ResponseEntity<Object> fields(InvalidFieldException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.fields(request, e.fields()));
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.problem(request, "forbidden", Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> contention(ContentionException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.problem(request, "contention", Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> overloaded(OverloadedException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.problem(request, "overloaded", Map.of()));
    }

    @ExceptionHandler({MongoException.class, DataAccessResourceFailureException.class})
    ResponseEntity<Object> databaseAway(RuntimeException e, HttpServletRequest request) {
        log.error("the database did not do its part", e);
        return ProblemResponses.answer(problems.problem(request, "service-unavailable", Map.of("service", "database")));
    }

    @ExceptionHandler
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return ProblemResponses
                .answer(problems.fields(request, List.of(FieldProblem.wrongType(e.getName(), e.getRequiredType()))));
    }

    /** Headers are looked at when they are first asked for. */
    @ExceptionHandler
    ResponseEntity<Object> header(RequestRejectedException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.problem(request, "malformed-request", Map.of("problem", "header")));
    }

    @ExceptionHandler
    ResponseEntity<Object> upload(MultipartException e, HttpServletRequest request) {
        return ProblemResponses.answer(problems.problem(request, "malformed-request", Map.of("problem", "multipart")));
    }

    @ExceptionHandler
    ResponseEntity<Object> defect(Exception e, HttpServletRequest request) {
        log.error("a defect", e);
        return ProblemResponses.answer(problems.problem(request, "internal", Map.of()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty())
            return ProblemResponses.answer(problems.fields(servlet(request),
                    List.of(JsonPaths.problem(mapping))));
        return ProblemResponses.answer(problems.problem(servlet(request), "malformed-request",
                Map.of("problem", e.getCause() instanceof JsonProcessingException ? "JSON" : "body")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ProblemResponses.answer(problems.fields(servlet(request), fieldsOf(e.getBindingResult())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = new ArrayList<FieldProblem>();
        e.getParameterValidationResults().forEach(result -> result.getResolvableErrors().forEach(error -> {
            var code = error.getCodes() == null ? "invalid" : error.getCodes()[error.getCodes().length - 1];
            var name = error instanceof FieldError field
                    ? field.getField()
                    : String.valueOf(result.getMethodParameter().getParameterName());
            fields.add(
                    new FieldProblem(name, ConstraintReasons.of(code), ConstraintReasons.facts(error.getArguments())));
        }));
        return ProblemResponses.answer(problems.fields(servlet(request), fields));
    }

    /** Whatever else Spring MVC refuses keeps its status and gets the problem of that status. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "payload-too-large";
            case 415 -> "unsupported-media-type";
            case 503 -> "service-unavailable";
            default -> status.is4xxClientError() ? "malformed-request" : "internal";
        };
        if (name.equals("internal"))
            log.error("a defect", e);
        return ProblemResponses.answer(problems.problem(servlet(request), name, factsOf(e)));
    }

    private static List<FieldProblem> fieldsOf(BindingResult result) {
        return result.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        ConstraintReasons.of(String.valueOf(error.getCode())),
                        ConstraintReasons.facts(error.getArguments())))
                .toList();
    }

    private static Map<String, Object> factsOf(Exception e) {
        return switch (e) {
            case HttpRequestMethodNotSupportedException method -> Map.of("method", method.getMethod());
            case HttpMediaTypeNotSupportedException type -> Map.of("given", String.valueOf(type.getContentType()));
            case HttpMediaTypeNotAcceptableException type -> Map.of("offered", type.getSupportedMediaTypes());
            case MissingServletRequestParameterException parameter -> Map.of("problem", parameter.getParameterName());
            case MaxUploadSizeExceededException upload -> Map.of("limit", upload.getMaxUploadSize());
            default -> Map.of("problem", "request", "service", "service");
        };
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
