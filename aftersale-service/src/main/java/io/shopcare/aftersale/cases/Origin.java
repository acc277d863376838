package io.shopcare.aftersale.cases;

import io.shopcare.aftersale.policies.Coded;

/** Who opened the case. */
public enum Origin implements Coded {
    BUYER, AGENT, PRESALE
}
