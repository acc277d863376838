package io.shopcare.aftersale.cases;

import java.time.Instant;
import java.util.List;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.money.Money;

/** A refund that is above the agent's authority and waits for somebody else to approve it (A8). */
public record Approval(Actor askedBy, Instant askedAt, List<Remedy.Share> lines, Money freight, Money amount) {
    public Approval {
        lines = List.copyOf(lines);
    }
}
