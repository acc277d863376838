package io.shopcare.order.parcels;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import static io.shopcare.order.parcels.ParcelStage.CREATED;
import static io.shopcare.order.parcels.ParcelStage.INSPECTED;
import static io.shopcare.order.parcels.ParcelStage.PACKED;
import static io.shopcare.order.parcels.ParcelStage.PICKED;
import static io.shopcare.order.parcels.ParcelStage.PRINTED;
import static io.shopcare.order.parcels.ParcelStage.STOPPED;
import static io.shopcare.order.parcels.ParcelStage.WEIGHED;

/** What people do to a parcel: from which stages, in which role, and to which stage it leads when all is well. */
enum ParcelStep {
    PRINT("waybill", PRINTED, EnumSet.of(CREATED), "waybill-clerk"), //
    PICK("picking", PICKED, EnumSet.of(PRINTED, STOPPED), "picker"), //
    INSPECT("inspection", INSPECTED, EnumSet.of(PICKED, STOPPED), "inspector"), //
    PACK("packing", PACKED, EnumSet.of(INSPECTED), "packer"), //
    WEIGH("weighing", WEIGHED, EnumSet.of(PACKED), "weigher"), //
    HAND_OVER("handover", ParcelStage.SHIPPED, EnumSet.of(WEIGHED), "packer", "store-keeper");

    private final String action;
    private final ParcelStage goal;
    private final Set<ParcelStage> from;
    private final Set<String> roles;

    ParcelStep(String action, ParcelStage goal, EnumSet<ParcelStage> from, String... roles) {
        this.action = action;
        this.goal = goal;
        this.from = from;
        this.roles = Set.of(roles);
    }

    /** The last part of its address. */
    String action() {
        return action;
    }

    /** Where it leads when all is well. */
    ParcelStage goal() {
        return goal;
    }

    boolean isDueAt(ParcelStage stage) {
        return from.contains(stage);
    }

    boolean isFor(Set<String> someonesRoles) {
        return roles.stream().anyMatch(someonesRoles::contains);
    }

    /** What is due at a stage first. */
    static Optional<ParcelStep> dueAt(ParcelStage stage) {
        return Arrays.stream(values()).filter(step -> step.isDueAt(stage)).findFirst();
    }

    /** All that may be done at a stage. */
    static List<ParcelStep> allAt(ParcelStage stage) {
        return Arrays.stream(values()).filter(step -> step.isDueAt(stage)).toList();
    }
}
