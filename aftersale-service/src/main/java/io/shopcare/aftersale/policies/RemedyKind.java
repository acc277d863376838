package io.shopcare.aftersale.policies;

/** What can be offered. */
public enum RemedyKind implements Coded {
    /** The goods come back, then what was paid goes back. */
    RETURN_AND_REFUND,
    /** The buyer keeps the goods and gets a part back. */
    KEEP_WITH_PARTIAL_REFUND,
    /** What was paid goes back and nothing is sent. */
    REFUND_ONLY;

    /** Whether the buyer sends the goods back. */
    public boolean sendsGoodsBack() {
        return this == RETURN_AND_REFUND;
    }

    /** Whether the whole of what was paid for the units goes back, unless the agent says less. */
    public boolean isInFull() {
        return this != KEEP_WITH_PARTIAL_REFUND;
    }
}
