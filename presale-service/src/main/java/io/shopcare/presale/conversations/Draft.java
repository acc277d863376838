package io.shopcare.presale.conversations;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.shopcare.platform.store.Rejection;

/**
 * A message before it has its place in the conversation. Its text is harmless: without control characters, card numbers
 * and verification codes (P17).
 *
 * @param clientMessageId made by the client; a repeat is the same message
 * @param sku             of a product card
 * @param orderId         of an order card
 */
public record Draft(Author author, MessageKind kind, String text, @Nullable String clientMessageId,
        @Nullable String sku, @Nullable String orderId) {
    /** Longest text of a message, in characters. */
    public static final int LONGEST = 4000;

    public Draft {
        text = SafeText.of(text);
    }

    /** Words of a person. */
    public static Draft text(Author author, String clientMessageId, String text) {
        return new Draft(author, MessageKind.TEXT, text, clientMessageId, null, null);
    }

    /** Words of the system, which are not a reply. */
    static Draft automatic(String what, String text) {
        return new Draft(Author.system(what), MessageKind.TEXT, text, null, null, null);
    }

    /** Why this can't be said, if so. */
    Optional<Rejection> fault() {
        return switch (kind) {
            case TEXT -> text.isBlank() ? Optional.of(Rejection.rule("message-empty")) : Optional.empty();
            case PRODUCT_CARD -> sku == null ? Optional.of(Rejection.rule("card-without-subject")) : Optional.empty();
            case ORDER_CARD -> orderId == null ? Optional.of(Rejection.rule("card-without-subject")) : Optional.empty();
            case IMAGE, VIDEO, FILE, QUOTE_CARD, SYSTEM -> Optional.of(Rejection.rule("kind-not-taken"));
        };
    }

    /** Names who sends, so that two clients may choose the same id. */
    String sender() {
        return author.kind() + "/" + author.id();
    }

    @Override
    public String toString() {
        return "Draft[" + kind + " by " + author.kind() + ", " + text.length() + " characters]";
    }
}
