package io.shopcare.mongo.command;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;

import io.shopcare.mongo.honesty.Honesty;
import io.shopcare.mongo.wire.CommandHandler;

/** The table of commands. What is not in it is refused. */
public final class Commands implements CommandHandler {

    private static final System.Logger log = System.getLogger(Commands.class.getName());
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "findandmodify",
            "aggregate", "create",
            "createIndexes", "dropIndexes", "drop", "dropDatabase", "renameCollection", "collMod");

    private final Engine engine;
    private final Map<String, Command> table = new HashMap<>();

    public Commands(Engine engine) {
        this.engine = engine;
        Handshake handshake = new Handshake(engine.clock());
        add(handshake::hello, "hello", "isMaster", "ismaster");
        add(handshake::buildInfo, "buildInfo", "buildinfo");
        add(_ -> new Document(), "ping", "endSessions", "refreshSessions");
        add(handshake::connectionStatus, "connectionStatus");
        add(handshake::serverStatus, "serverStatus");
        add(handshake::hostInfo, "hostInfo");
        add(handshake::startSession, "startSession");
        add(handshake::getParameter, "getParameter");
        add(handshake::replicaSetStatus, "replSetGetStatus");
        add(handshake::log, "getLog");
        add(handshake::options, "getCmdLineOpts");
        add(new FindCommand(engine), "find");
        add(new GetMoreCommand(engine), "getMore");
        add(new KillCursorsCommand(engine), "killCursors");
        add(new InsertCommand(engine), "insert");
        add(new UpdateCommand(engine), "update");
        add(new DeleteCommand(engine), "delete");
        add(new FindAndModifyCommand(engine), "findAndModify", "findandmodify");
        add(new CountCommand(engine), "count");
        add(new DistinctCommand(engine), "distinct");
        add(new AggregateCommand(engine), "aggregate");
        add(new ExplainCommand(engine), "explain");
        CollectionCommands collections = new CollectionCommands(engine);
        add(collections::create, "create");
        add(collections::drop, "drop");
        add(collections::dropDatabase, "dropDatabase");
        add(collections::rename, "renameCollection");
        add(collections::list, "listCollections");
        add(collections::listDatabases, "listDatabases");
        add(collections::stats, "collStats", "collstats");
        add(collections::databaseStats, "dbStats", "dbstats");
        IndexCommands indexes = new IndexCommands(engine);
        add(indexes::create, "createIndexes");
        add(indexes::list, "listIndexes");
        add(indexes::drop, "dropIndexes");
        add(indexes::modify, "collMod");
        add(new ValidateCommand(engine), "validate");
    }

    private void add(Command command, String... names) {
        for (String name : names) {
            table.put(name, command);
        }
    }

    @Override
    public Document handle(Document body) {
        try {
            return answer(Request.of(body));
        } catch (MongoServerError error) {
            log.log(Level.DEBUG, "refused {0}: {1}", body.keySet().iterator().next(), error.getMessage());
            return Answers.error(error);
        } catch (MongoServerException error) {
            return Answers.error(new MongoServerError(1, "InternalError", error.getMessage(), error));
        } catch (RuntimeException | StackOverflowError bug) {
            log.log(Level.ERROR, "the command " + body.keySet().iterator().next() + " failed", bug);
            return Answers.error(new MongoServerError(1, "InternalError", bug.toString(), bug));
        }
    }

    private Document answer(Request request) {
        Honesty.check(request.name(), request.body());
        Command command = table.get(request.name());
        if (command == null) {
            throw new MongoServerError(59, "CommandNotFound", "no such command: '" + request.name() + "'");
        }
        boolean writes = WRITES.contains(request.name());
        WriteConcern concern = writes ? WriteConcern.of(request) : new WriteConcern(false);
        Document answer = command.run(request);
        if (concern.durable() && writes || readsDurable(request)) {
            engine.store().awaitDurable();
        }
        answer.put("ok", 1.0);
        return answer;
    }

    /** What a majority read shows cannot be lost any more. */
    private static boolean readsDurable(Request request) {
        Document concern = request.optional("readConcern");
        return concern != null && concern.get("level") instanceof String level
                && (level.equals("majority") || level.equals("linearizable") || level.equals("snapshot"));
    }
}
