package io.shopcare.presale.conversations;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as one reader may know it: buyers see no ids of staff, clients only their own message ids, the shop's people
 * phone numbers and e-mail addresses masked.
 */
public record MessageView(@Schema(example = "01a1c30a-6200-72ec-83e4-7dcf05a139d8") String conversation,
        @Schema(description = "place in the conversation, from 1 without gaps", example = "2") long seq,
        String messageId, AuthorView author, MessageKind kind,
        @Schema(description = "plain text, never markup", example = "灰色大衣 L 码有货吗?") String text, Instant at,
        boolean automatic, @Nullable String clientMessageId, @Nullable String sku, @Nullable String orderId) {

    /** Who said it, as the reader may know them. */
    public record AuthorView(AuthorKind kind, @Nullable String id, @Nullable String displayName) {}

    /** For a reader. */
    public static MessageView of(String conversation, Message message, Participant reader) {
        var author = message.author();
        boolean own = author.kind() == reader.side() && author.id().equals(reader.id());
        boolean known = reader.isStaff() ? author.kind() != AuthorKind.SYSTEM : own;
        return new MessageView(conversation, message.seq(), message.messageId(),
                new AuthorView(author.kind(), known ? author.id() : null, author.displayName()), message.kind(),
                reader.isStaff() && !own ? SafeText.forPublic(message.text()) : message.text(), message.at(),
                message.automatic(), own ? message.clientMessageId() : null,
                message.sku(), message.orderId());
    }

    @Override
    public String toString() {
        return "MessageView[" + conversation + " " + seq + "]";
    }
}
