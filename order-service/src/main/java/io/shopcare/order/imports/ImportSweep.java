package io.shopcare.order.imports;

import java.time.Clock;
import java.util.concurrent.Executor;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds imports whose reader died, and reads on. */
@Component
class ImportSweep {
    private static final int AT_ONCE = 10;

    private final ImportLists lists;
    private final RunImport run;
    private final Executor readers;
    private final Clock clock;

    ImportSweep(ImportLists lists, RunImport run, Executor importReaders, Clock clock) {
        this.lists = lists;
        this.run = run;
        this.readers = importReaders;
        this.clock = clock;
    }

    /** One round. */
    @Scheduled(fixedDelayString = "${shopcare.order.imports.sweep-every:5s}")
    void sweep() {
        lists.abandoned(clock.instant(), AT_ONCE).forEach(importId -> readers.execute(() -> run.handle(importId)));
    }
}
