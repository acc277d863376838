package io.shopcare.aftersale.cases;

import io.shopcare.aftersale.policies.Coded;

/** Why fewer than two remedies are offered (A6); the texts are in reasons.yaml. */
public enum FewerReason implements Coded {
    NOT_SHIPPED_YET, EXCEPTED_GOODS, NOT_INTACT, BUYERS_WISH
}
