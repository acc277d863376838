package io.shopcare.presale.conversations;

import java.util.List;

/** The queue: who waits, per shop and language, in the order of their tickets. */
public interface WaitingLine {

    /** Those who wait longest. */
    List<Conversation> longest(String shop, String language, int most);

    /** 1 is next; 0 when it does not wait. */
    long position(Conversation conversation);
}
