package io.shopcare.crm.scoring;

import java.util.List;

/**
 * Turns a figure into a score from 1 to 5 by five limits, one for each score from the lowest up. The score is a function
 * of the figure alone, so equal figures always get equal scores.
 *
 * @param better whether more is better (orders, money) or less (days since the last order)
 * @param origin where the limits come from
 * @param limits strictly rising or falling; what does not even reach the first scores 1 as well
 */
public record Scale(Better better, Origin origin, List<Long> limits) {

    /** Direction of a figure. */
    public enum Better {
        MORE, LESS
    }

    /** Where limits come from. */
    public enum Origin {
        /** The shop's own customers, a fifth in each class. */
        QUANTILE,
        /** The rules, because a fifth in each class was not possible. */
        EXPLICIT
    }

    public Scale {
        limits = List.copyOf(limits);
        if (limits.size() != Score.HIGHEST)
            throw new IllegalArgumentException("a scale has five limits, not " + limits);
        for (int i = 1; i < limits.size(); i++)
            if (!reaches(better, limits.get(i), limits.get(i - 1)) || limits.get(i).equals(limits.get(i - 1)))
                throw new IllegalArgumentException("limits must get better step by step: " + limits);
    }

    /** The score of a figure. */
    public int score(long figure) {
        int reached = (int) limits.stream().filter(limit -> reaches(better, figure, limit)).count();
        return Math.max(Score.LOWEST, reached);
    }

    /** The limit that a figure must keep to keep its score. */
    long limitOf(int score) {
        return limits.get(score - 1);
    }

    private static boolean reaches(Better better, long figure, long limit) {
        return better == Better.MORE ? figure >= limit : figure <= limit;
    }
}
