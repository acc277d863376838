package io.shopcare.crm.facts;

/** A fact book without a database, for the tests of all packages. */
public final class FactKit {
    private FactKit() {}

    public static FactBook aFactBook() {
        return new FactBook(new InMemoryFactStore<>(OrderFact.UNKNOWN), new InMemoryFactStore<>(RefundFact.UNKNOWN),
                new InMemoryFactStore<>(CaseFact.UNKNOWN), new InMemoryFactStore<>(ConversationFact.UNKNOWN));
    }
}
