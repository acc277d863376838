package io.shopcare.standalone.admin;

import java.io.IOException;

/** What every command does around its work. Exit codes: 0 as it should be, 1 not so or not known, 2 wrong usage. */
final class AdminCommand {
    private AdminCommand() {}

    /** Says whether all is as it should be; an {@link IllegalArgumentException} tells of wrong usage. */
    interface Work {
        boolean run() throws IOException, InterruptedException;
    }

    /** Does not return. */
    static void exit(Work work) throws InterruptedException {
        try {
            System.exit(work.run() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException e) {
            System.err.println("x It did not work: " + (e.getMessage() == null ? "nobody answers" : e.getMessage()));
            System.err.println("  is the stack up? ./shopcare status");
            System.exit(1);
        }
    }
}
