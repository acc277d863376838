package io.shopcare.aftersale.policies;

/** Why a buyer wants something settled, as the buyer says or as it was verified (A1). Rules follow the verified one. */
public enum Reason implements Coded {
    NOT_SHIPPED, COURIER_TROUBLE, EMPTY_OR_SHORT, LATE, WRONG_GOODS, ORDERED_TWICE, UNWANTED, QUALITY, NOT_AS_DESCRIBED,
    MISSING_GIFT, PRICE_DROP, OTHER;

    /** Whether the goods, or what was said of them, were at fault (R9). */
    public boolean isFaultOfTheGoods() {
        return switch (this) {
            case EMPTY_OR_SHORT, WRONG_GOODS, QUALITY, NOT_AS_DESCRIBED, MISSING_GIFT -> true;
            case NOT_SHIPPED, COURIER_TROUBLE, LATE, ORDERED_TWICE, UNWANTED, PRICE_DROP, OTHER -> false;
        };
    }

    /** Whether it went wrong on the way, which is the seller's risk until delivery. */
    public boolean isFaultOfTheWay() {
        return this == NOT_SHIPPED || this == COURIER_TROUBLE || this == LATE;
    }
}
