package io.shopcare.crm.facts;

/** What is known of one aggregate of another service. */
public sealed interface Fact permits OrderFact, RefundFact, CaseFact, ConversationFact {

    /** Id of the aggregate. */
    String id();

    /** Key of the buyer. */
    String buyer();

    /** Number of the last event applied; grows with every one. */
    long heard();
}
