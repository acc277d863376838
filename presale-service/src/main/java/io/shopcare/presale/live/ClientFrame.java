package io.shopcare.presale.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.shopcare.presale.conversations.Draft;
import io.shopcare.presale.conversations.MessageKind;

/** What a client may send ({@code contracts/frames/client.*}). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = ClientFrame.Subscribe.class, name = "subscribe"),
        @JsonSubTypes.Type(value = ClientFrame.Post.class, name = "post"),
        @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
        @JsonSubTypes.Type(value = ClientFrame.Read.class, name = "read"),
        @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping")})
sealed interface ClientFrame {
    /** Of one line, as the contract has ids: an answer may quote it. */
    String ID = "\\S(.*\\S)?";

    /** @param after last sequence that the client has; 0 for all */
    record Subscribe(@NotBlank @Size(max = 200) @Pattern(regexp = ID) String conversation, @NotNull @Min(0) Long after)
            implements
                ClientFrame {}

    record Post(@NotBlank @Size(min = 8, max = 64) String clientMessageId,
            @NotBlank @Size(max = 200) @Pattern(regexp = ID) String conversation, @NotNull MessageKind kind,
            @NotNull @Size(max = Draft.LONGEST) String text,
            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = ID) String attachmentId,
            @Nullable @Size(min = 1, max = 64) String sku,
            @Nullable @Size(min = 1, max = 200) @Pattern(regexp = ID) String orderId)
            implements
                ClientFrame {
        @Override
        public String toString() {
            return "Post[" + conversation + " " + kind + "]";
        }
    }

    record Typing(@NotBlank @Size(max = 200) @Pattern(regexp = ID) String conversation) implements ClientFrame {}

    record Read(@NotBlank @Size(max = 200) @Pattern(regexp = ID) String conversation,
            @NotNull @Min(1) Long seq) implements ClientFrame {}

    record Ping() implements ClientFrame {}
}
