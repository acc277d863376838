package io.shopcare.order.orders;

import java.util.List;

import io.shopcare.platform.security.Person;

/** Which roles of a shop may do what with its orders. */
public final class Roles {
    private static final List<String> CANCEL = List.of("auditor", "presales", "aftersales", "supervisor", "service");
    private static final List<String> HOLD = List.of("auditor", "presales", "aftersales", "finance", "supervisor",
            "service");
    private static final List<String> WAIVE = List.of("auditor", "presales", "supervisor");

    private static final List<String> ASK_FOR_MONEY = List.of("auditor", "presales", "aftersales", "finance",
            "supervisor", "service");
    private static final List<String> WAIVE_DIFFERENCE = List.of("auditor", "finance", "supervisor");

    /** Who may change an order at the buyer's wish. */
    private static final List<String> CHANGE = List.of("auditor", "presales", "aftersales", "supervisor");

    private static final List<String> ADJUST_PRICES = List.of("presales", "supervisor", "service");
    private static final List<String> SETTLE = List.of("finance", "supervisor");

    private Roles() {}

    static boolean mayCancel(Person person) {
        return CANCEL.stream().anyMatch(person::has);
    }

    /** Who may change where an order goes, at the buyer's wish. */
    public static boolean mayChangeAddress(Person person) {
        return CHANGE.stream().anyMatch(person::has);
    }

    /** Who may exchange a paid line, at the buyer's wish. */
    public static boolean mayExchange(Person person) {
        return CHANGE.stream().anyMatch(person::has);
    }

    /** Who may let the difference of an exchange go. */
    public static boolean mayWaiveDifference(Person person) {
        return WAIVE_DIFFERENCE.stream().anyMatch(person::has);
    }

    /** Who may ask the buyer or an agent before an order goes on. */
    public static boolean mayAsk(Person person) {
        return person.has("auditor") || person.has("supervisor");
    }

    /** Who may answer a question to presales. */
    public static boolean mayAnswer(Person person) {
        return person.has("presales") || person.has("supervisor");
    }

    /** Who may put a hold on an order. */
    public static boolean mayHold(Person person) {
        return HOLD.stream().anyMatch(person::has);
    }

    /** Who may ask a buyer for more money. */
    public static boolean mayAskForMoney(Person person) {
        return ASK_FOR_MONEY.stream().anyMatch(person::has);
    }

    static boolean mayAdjustPrices(Person person) {
        return ADJUST_PRICES.stream().anyMatch(person::has);
    }

    static boolean maySettle(Person person) {
        return SETTLE.stream().anyMatch(person::has);
    }

    /** Who may let this hold go: its owner's role, or a supervisor. */
    public static boolean mayRelease(Person person, Hold hold) {
        return person.has(hold.owner()) || person.has("supervisor");
    }

    /** Who may set a promise aside. */
    public static boolean mayWaive(Person person) {
        return WAIVE.stream().anyMatch(person::has);
    }
}
