package io.shopcare.platform.problems;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details as they are answered.
 *
 * @param type       stable urn
 * @param instance   path of the request
 * @param reason     code of the refusal; null where the type says it all
 * @param facts      figures that the reason quotes
 * @param errors     fields that were wrong
 * @param retryAfter seconds for the header of that name; null where trying again is no use
 * @param traceId    finds the request in the logs
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, @Nullable String reason,
        Map<String, Object> facts, List<FieldError> errors, @JsonIgnore @Nullable Integer retryAfter,
        @Nullable String traceId) {

    /** The media type of an answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A wrong field, with its reason as a code and in words. */
    public record FieldError(String field, String code, String message) {}
}
