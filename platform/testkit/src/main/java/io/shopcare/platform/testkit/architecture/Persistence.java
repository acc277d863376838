package io.shopcare.platform.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** State goes through the store: one aggregate, one document, one conditional write. */
final class Persistence {
    private static final String REPOSITORY = "org.springframework.data.repository.Repository";
    private static final String TEMPLATE = "org.springframework.data.mongodb.core.MongoOperations";
    private static final String REACTIVE_TEMPLATE = "org.springframework.data.mongodb.core.ReactiveMongoOperations";

    static final ArchRule NO_REPOSITORIES = noClasses().should().beAssignableTo(REPOSITORY)
            .because("a repository writes a loaded document back, with events that the relay has pulled already");

    static final ArchRule NO_SAVE = noClasses().should().accessTargetWhere(savesADocument())
            .because("save() overwrites what others wrote meanwhile; ask the store, or update by a filter");

    private Persistence() {}

    private static DescribedPredicate<JavaAccess<?>> savesADocument() {
        return DescribedPredicate.describe("a repository or a template saves", access -> {
            var owner = access.getTargetOwner();
            return access.getTarget().getName().startsWith("save") && (owner.isAssignableTo(REPOSITORY)
                    || owner.isAssignableTo(TEMPLATE) || owner.isAssignableTo(REACTIVE_TEMPLATE));
        });
    }
}
