package io.shopcare.mongo.values;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** MongoDB's named error codes that this server answers with; codes without a name are {@link #location}. */
public enum Code {
    BAD_VALUE(2, "BadValue"),
    FAILED_TO_PARSE(9, "FailedToParse"),
    TYPE_MISMATCH(14, "TypeMismatch"),
    INVALID_LENGTH(16, "InvalidLength"),
    ILLEGAL_OPERATION(20, "IllegalOperation"),
    NAMESPACE_NOT_FOUND(26, "NamespaceNotFound"),
    INDEX_NOT_FOUND(27, "IndexNotFound"),
    PATH_NOT_VIABLE(28, "PathNotViable"),
    CONFLICTING_UPDATE_OPERATORS(40, "ConflictingUpdateOperators"),
    CURSOR_NOT_FOUND(43, "CursorNotFound"),
    NAMESPACE_EXISTS(48, "NamespaceExists"),
    MAX_TIME_EXPIRED(50, "MaxTimeMSExpired"),
    DOLLAR_PREFIXED_FIELD_NAME(52, "DollarPrefixedFieldName"),
    NOT_SINGLE_VALUE_FIELD(54, "NotSingleValueField"),
    INVALID_DB_REF(55, "InvalidDBRef"),
    EMPTY_FIELD_NAME(56, "EmptyFieldName"),
    COMMAND_NOT_FOUND(59, "CommandNotFound"),
    IMMUTABLE_FIELD(66, "ImmutableField"),
    CANNOT_CREATE_INDEX(67, "CannotCreateIndex"),
    INVALID_OPTIONS(72, "InvalidOptions"),
    INVALID_NAMESPACE(73, "InvalidNamespace"),
    NO_REPLICATION_ENABLED(76, "NoReplicationEnabled"),
    UNKNOWN_REPL_WRITE_CONCERN(79, "UnknownReplWriteConcern"),
    INDEX_OPTIONS_CONFLICT(85, "IndexOptionsConflict"),
    INDEX_KEY_SPECS_CONFLICT(86, "IndexKeySpecsConflict"),
    COMMAND_NOT_SUPPORTED(115, "CommandNotSupported"),
    COMMAND_NOT_SUPPORTED_ON_VIEW(166, "CommandNotSupportedOnView"),
    INVALID_PIPELINE_OPERATOR(168, "InvalidPipelineOperator"),
    INVALID_INDEX_SPECIFICATION_OPTION(197, "InvalidIndexSpecificationOption"),
    NOT_A_REPLICA_SET(123, "NotAReplicaSet"),
    NOT_IMPLEMENTED(238, "NotImplemented"),
    CONVERSION_FAILURE(241, "ConversionFailure"),
    NO_QUERY_EXECUTION_PLANS(291, "NoQueryExecutionPlans"),
    QUERY_EXCEEDED_MEMORY(292, "QueryExceededMemoryLimitNoDiskUseAllowed"),
    API_VERSION_ERROR(322, "APIVersionError"),
    BSON_OBJECT_TOO_LARGE(10334, "BSONObjectTooLarge"),
    DUPLICATE_KEY(11000, "DuplicateKey");

    private final int number;
    private final String label;

    Code(int number, String label) {
        this.number = number;
        this.label = label;
    }

    public int number() {
        return number;
    }

    public MongoServerError error(String message) {
        return new MongoServerError(number, label, message);
    }

    /** A code that MongoDB gives no name: {@code Location40324}. */
    public static MongoServerError location(int number, String message) {
        return new MongoServerError(number, message);
    }
}
