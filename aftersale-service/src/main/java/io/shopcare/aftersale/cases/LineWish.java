package io.shopcare.aftersale.cases;

/** So many units of a line that somebody asks for; whether there are so many is for the case to say. */
public record LineWish(String lineId, int quantity) {}
