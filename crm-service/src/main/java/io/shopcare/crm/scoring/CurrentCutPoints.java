package io.shopcare.crm.scoring;

/** The cut points that a shop goes by now. */
public interface CurrentCutPoints {
    /** The shop's own, or the rules' until it has some. */
    CutPoints of(String shop);
}
