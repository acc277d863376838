package io.shopcare.aftersale.cases;

import io.shopcare.aftersale.policies.Coded;

/** How a case ended. */
public enum CaseOutcome implements Coded {
    REMEDY_DONE, WITHDRAWN, REFUSED, SETTLED_ITSELF
}
