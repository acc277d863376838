package io.shopcare.aftersale.cases;

import java.util.List;

import io.shopcare.platform.problems.InvalidFieldException;

/** So many units of a line that somebody asks for; whether there are so many is for the case to say. */
public record LineWish(String lineId, int quantity) {

    /**
     * The same, where each line is named once: what is left of a line is looked at for each wish alone.
     *
     * @throws InvalidFieldException on {@code lines}, where one is named twice
     */
    public static List<LineWish> ofEachOne(List<LineWish> wishes) {
        if (wishes.stream().map(LineWish::lineId).distinct().count() < wishes.size())
            throw new InvalidFieldException("lines", "duplicate", null);
        return wishes;
    }
}
