package io.shopcare.aftersale.cases;

import java.time.LocalDate;

/** Gives out the numbers that people read out. A number is given once; one that was not used leaves a gap. */
public interface CaseNumbers {

    /** The next number of the shop on that day, as in {@code AS20261113-0003}. */
    String next(String shop, LocalDate day);

    /** The text of a number. */
    static String text(LocalDate day, long number) {
        return "AS%s-%04d".formatted(day.toString().replace("-", ""), number);
    }
}
