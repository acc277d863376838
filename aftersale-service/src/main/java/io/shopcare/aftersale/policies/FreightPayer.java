package io.shopcare.aftersale.policies;

/** Who pays the way back (R8, R9). */
public enum FreightPayer implements Coded {
    BUYER, SELLER, INSURANCE, CARRIER
}
