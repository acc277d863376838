package io.shopcare.order.refunds;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.shopcare.order.MortalStore;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.money.Money;

/** A provider that keeps its ledger as the real ones do, and misbehaves on demand. */
final class ScriptedProvider implements RefundProvider {
    /** What goes wrong with the next call. */
    enum Mishap {
        TIMES_OUT_AFTER_TAKING, TIMES_OUT_BEFORE_TAKING, IS_NOT_REACHED, REFUSES, DIES_AFTER_TAKING
    }

    final Map<String, Money> paidBack = new HashMap<>();
    final List<String> calls = new ArrayList<>();
    final Deque<Mishap> mishaps = new ArrayDeque<>();
    private final Map<String, ProviderAnswer> known = new HashMap<>();
    boolean answersAtOnce = true;

    @Override
    public boolean handles(String method) {
        return method.equals("sandbox");
    }

    @Override
    public synchronized ProviderAnswer pay(String refundNo, Tender tender, String reason) {
        calls.add("pay " + refundNo);
        var mishap = mishaps.poll();
        if (mishap == Mishap.IS_NOT_REACHED)
            return new ProviderAnswer.NotReached();
        if (mishap == Mishap.TIMES_OUT_BEFORE_TAKING)
            return new ProviderAnswer.Unknown();
        if (mishap == Mishap.REFUSES)
            return known.computeIfAbsent(refundNo, no -> new ProviderAnswer.Refused("provider-refused"));
        var answer = known.computeIfAbsent(refundNo, no -> {
            paidBack.put(no, tender.amount());
            return new ProviderAnswer.Paid(Instant.parse("2026-11-17T03:10:13Z"));
        });
        if (mishap == Mishap.TIMES_OUT_AFTER_TAKING)
            return new ProviderAnswer.Unknown();
        if (mishap == Mishap.DIES_AFTER_TAKING)
            throw new MortalStore.Killed();
        return answersAtOnce || answer instanceof ProviderAnswer.Refused ? answer : new ProviderAnswer.Accepted();
    }

    @Override
    public synchronized ProviderAnswer ask(String refundNo) {
        calls.add("ask " + refundNo);
        return known.getOrDefault(refundNo, new ProviderAnswer.NeverHeard());
    }

    Money total() {
        return Money.sum("CNY", paidBack.values());
    }
}
