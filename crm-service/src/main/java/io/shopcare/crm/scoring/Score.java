package io.shopcare.crm.scoring;

/** Recency, frequency and monetary score, 1 (low) to 5 (high), and the group that they name. */
public record Score(int recency, int frequency, int monetary, Group group) {
    static final int LOWEST = 1;
    static final int HIGHEST = 5;
}
