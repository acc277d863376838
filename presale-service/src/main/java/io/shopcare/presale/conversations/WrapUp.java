package io.shopcare.presale.conversations;

import org.jspecify.annotations.Nullable;

/**
 * Service summary (P15). The words stay here; only the codes are published.
 *
 * @param need   what the buyer needed, as the agent knows now
 * @param solved nothing is left to be done
 */
public record WrapUp(Intent need, String process, String solution, @Nullable String feedback, boolean solved,
        WrapUpOutcome outcome) {

    public WrapUp {
        process = SafeText.of(process);
        solution = SafeText.of(solution);
        feedback = feedback == null ? null : SafeText.of(feedback);
    }

    @Override
    public String toString() {
        return "WrapUp[" + need + ", " + outcome + "]";
    }
}
