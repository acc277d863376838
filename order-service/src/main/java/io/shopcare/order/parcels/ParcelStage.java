package io.shopcare.order.parcels;

import java.util.EnumSet;
import java.util.Set;

import io.shopcare.order.trade.FacetState;

/** How far the work on a parcel is (制单 配货 检验 打包 称重 发货). */
public enum ParcelStage implements FacetState<ParcelStage> {
    /** The order was approved. */
    CREATED,
    /** Its waybill is printed. */
    PRINTED,
    /** The goods are off the shelf; inspection is due. */
    PICKED,
    /** The inspector found something wrong, missing or extra. */
    STOPPED,
    /** Every unit is right, every promise ticked. */
    INSPECTED,
    /** Closed. */
    PACKED,
    /** Weighed as it should be. */
    WEIGHED,
    /** The carrier has it. */
    SHIPPED,
    /** It reached its address. */
    DELIVERED,
    /** It is back with us: stopped on its way, refused, not to be delivered, or collected by nobody. */
    RETURNED,
    /** Not needed any more: its orders were cancelled, or all in it refunded, before it left. */
    WITHDRAWN;

    @Override
    public Set<ParcelStage> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(PRINTED, WITHDRAWN);
            case PRINTED -> EnumSet.of(PICKED, WITHDRAWN);
            case PICKED -> EnumSet.of(INSPECTED, STOPPED, WITHDRAWN);
            case STOPPED -> EnumSet.of(PICKED, INSPECTED, WITHDRAWN);
            case INSPECTED -> EnumSet.of(PACKED, STOPPED, WITHDRAWN);
            case PACKED -> EnumSet.of(WEIGHED, PICKED, STOPPED, WITHDRAWN);
            case WEIGHED -> EnumSet.of(SHIPPED, STOPPED, WITHDRAWN);
            case SHIPPED -> EnumSet.of(DELIVERED, RETURNED);
            case WITHDRAWN -> EnumSet.of(CREATED); // a refund failed: it is wanted after all
            case DELIVERED -> EnumSet.of(RETURNED); // collected from the locker by nobody
            case RETURNED -> EnumSet.noneOf(ParcelStage.class);
        };
    }

    /** Whether it goes nowhere any more. */
    boolean isOver() {
        return this == DELIVERED || this == RETURNED || this == WITHDRAWN;
    }

    /** Whether it is still in the house and wanted. */
    boolean isInHouse() {
        return this != SHIPPED && !isOver();
    }
}
