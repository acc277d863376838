package io.shopcare.platform.notices;

/** Takes what a buyer is to be told. */
@FunctionalInterface
public interface Telling {
    /** Tells it, unless it was told before. */
    void tell(Notice notice);
}
