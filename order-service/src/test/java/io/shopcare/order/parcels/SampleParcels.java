package io.shopcare.order.parcels;

/** Parcels for the features that come after the house: {@code parcel-1} with all of {@code order-1}. */
public final class SampleParcels {
    private SampleParcels() {}

    /** On its way. */
    public static Parcel aShippedParcel() {
        return Fixtures.aParcelAt(ParcelStage.SHIPPED);
    }

    /** Here again. */
    public static Parcel aReturnedParcel() {
        return Fixtures.aParcelAt(ParcelStage.RETURNED);
    }

    /** Still here. */
    public static Parcel aParcelInTheHouse() {
        return Fixtures.aParcelAt(ParcelStage.WEIGHED);
    }
}
