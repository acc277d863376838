package io.shopcare.presale.live;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.shopcare.presale.conversations.AuthorKind;
import io.shopcare.presale.conversations.MessageView;

/** What a client is told ({@code contracts/frames/server.*}). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = ServerFrame.Hello.class, name = "hello"),
        @JsonSubTypes.Type(value = ServerFrame.Message.class, name = "message"),
        @JsonSubTypes.Type(value = ServerFrame.Assigned.class, name = "assigned"),
        @JsonSubTypes.Type(value = ServerFrame.Position.class, name = "position"),
        @JsonSubTypes.Type(value = ServerFrame.Noticed.class, name = "notice"),
        @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
        @JsonSubTypes.Type(value = ServerFrame.Read.class, name = "read"),
        @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong"),
        @JsonSubTypes.Type(value = ServerFrame.Error.class, name = "error")})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ServerFrame {

    record Hello(PersonView person, Instant serverTime, long heartbeatSeconds) implements ServerFrame {}

    /** @param kind buyer, visitor or staff */
    record PersonView(String kind, String id) {}

    record Message(@JsonUnwrapped MessageView message) implements ServerFrame {}

    record Assigned(String conversation, AgentView agent) implements ServerFrame {}

    /** @param id for staff only */
    record AgentView(String displayName, @Nullable String id) {}

    record Position(String conversation, long position) implements ServerFrame {}

    /** Something for the agent that the buyer does not see. */
    record Noticed(String conversation, long seq, String kind, @Nullable String orderId, String text,
            Instant at) implements ServerFrame {}

    record Typing(String conversation, AuthorKind who) implements ServerFrame {}

    record Read(String conversation, AuthorKind who, long seq) implements ServerFrame {}

    record Pong(Instant serverTime) implements ServerFrame {}

    record Error(ProblemView problem, @Nullable String clientMessageId, @Nullable String conversation,
            @Nullable Integer retryAfterSeconds) implements ServerFrame {}

    /** Problem details as over HTTP. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ProblemView(String type, String title, int status, String detail, @Nullable String reason,
            Map<String, Object> facts) {}
}
