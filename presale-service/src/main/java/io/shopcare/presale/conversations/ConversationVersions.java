package io.shopcare.presale.conversations;

import java.util.List;
import java.util.Map;

/** Finds out in one question which of many conversations have changed. */
public interface ConversationVersions {

    /** How often each was written; those that are not there are left out. */
    Map<String, Long> of(List<String> conversations);
}
