package io.shopcare.crm.rfm;

import java.util.List;
import java.util.Optional;

import io.shopcare.crm.scoring.CutPoints;

/** All cut points that ever held, and the recomputations under way. */
interface CutPointBook {

    /** Cut points by the version that a score names. */
    Optional<CutPoints> find(String shop, String version);

    /** Ids of the shops whose recomputation is not done. */
    List<String> recomputing();
}
