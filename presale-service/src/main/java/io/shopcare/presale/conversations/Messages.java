package io.shopcare.presale.conversations;

import java.util.List;
import java.util.Optional;

/** The messages of conversations, in their order. A message can be read as soon as it is stored. */
public interface Messages {

    /** Those after a place, in order and without gaps; an empty list when there are none yet. */
    List<Message> after(String conversation, long seq, int most);

    /** Where a client's message was said, if it was. */
    Optional<Long> sent(String conversation, Draft draft);

    /** One message. */
    default Optional<Message> one(String conversation, long seq) {
        return after(conversation, seq - 1, 1).stream().filter(message -> message.seq() == seq).findFirst();
    }
}
