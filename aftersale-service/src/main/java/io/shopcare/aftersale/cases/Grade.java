package io.shopcare.aftersale.cases;

import io.shopcare.aftersale.policies.Coded;

/** In what state goods came back. */
public enum Grade implements Coded {
    AS_NEW, OPENED, WORN, DAMAGED, WRONG_GOODS, EMPTY;

    /** What happens to them, unless somebody decides otherwise. */
    public Disposition disposition() {
        return switch (this) {
            case AS_NEW -> Disposition.RESTOCK;
            case OPENED, WORN, DAMAGED -> Disposition.DAMAGED_STOCK;
            case WRONG_GOODS -> Disposition.BACK_TO_BUYER;
            case EMPTY -> Disposition.NONE;
        };
    }

    /** Where goods that came back go to; order-service carries it out. */
    public enum Disposition implements Coded {
        RESTOCK, DAMAGED_STOCK, TO_SUPPLIER, SCRAP, BACK_TO_BUYER, NONE
    }
}
