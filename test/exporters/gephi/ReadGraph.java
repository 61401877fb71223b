import java.io.File;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

/**
 * Imports graphs with Gephi's own importers, and prints what it then holds as a line of JSON for each.
 *
 * Each argument is a file, or two with a comma between them: a table of nodes and one of edges.
 */
public final class ReadGraph {
    public static void main(String[] arguments) throws Exception {
        // What it logs goes to standard output by way of several libraries.
        java.io.PrintStream out = new java.io.PrintStream(System.out, true, "UTF-8");
        System.setOut(System.err);
        Logger.getLogger("").setLevel(Level.OFF);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        for (String argument : arguments) {
            projects.newProject();
            String issues = importAll(argument.split(","), projects);
            GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(projects.getCurrentWorkspace());
            out.println(describe(model, issues));
            projects.closeCurrentProject();
        }
        System.exit(0);
    }

    private static String importAll(String[] files, ProjectController projects) throws Exception {
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        StringJoiner issues = new StringJoiner(",", "[", "]");
        for (int index = 0; index < files.length; index += 1) {
            File file = new File(files[index]);
            Container container;
            if (file.getName().endsWith(".csv")) {
                ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
                importer.setFile(file);
                importer.refreshAutoDetections();
                importer.setMode(index == 0 ? Mode.NODES_TABLE : Mode.EDGES_TABLE);
                importer.setFieldDelimiter(',');
                importer.setCharset(java.nio.charset.StandardCharsets.UTF_8);
                container = imports.importFile(file, importer);
            } else {
                container = imports.importFile(file);
            }
            // Every fact stays an edge of its own.
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            container.getLoader().setAllowParallelEdge(true);
            container.getLoader().setAutoScale(false);
            Report report = container.getReport();
            container.closeLoader();
            for (java.util.Iterator<Issue> each = report.getIssues(1000); each.hasNext(); ) {
                Issue issue = each.next();
                issues.add(text(issue.getLevel() + ": " + issue.getMessage()));
            }
            imports.process(container, index == 0 ? new DefaultProcessor() : new AppendProcessor(), projects.getCurrentWorkspace());
        }
        return issues.toString();
    }

    private static String describe(GraphModel model, String issues) {
        Graph graph = model.getGraph();
        TreeMap<String, String> nodes = new TreeMap<>();
        for (Node node : graph.getNodes().toArray()) {
            String look = "\"colour\":" + text(String.format("#%06x", node.getRGBA() & 0xffffff))
                + ",\"x\":" + node.x() + ",\"y\":" + node.y() + ",\"size\":" + node.size();
            nodes.put(node.getId().toString(), element(node, look));
        }
        TreeMap<String, String> edges = new TreeMap<>();
        for (Edge edge : graph.getEdges().toArray()) {
            String ends = "\"source\":" + text(edge.getSource().getId().toString())
                + ",\"target\":" + text(edge.getTarget().getId().toString())
                + ",\"directed\":" + edge.isDirected() + ",\"weight\":" + edge.getWeight();
            edges.put(edge.getId().toString(), element(edge, ends));
        }
        return "{\"issues\":" + issues
            + ",\"dynamic\":" + model.getConfiguration().getTimeRepresentation().name().equals("INTERVAL")
            + ",\"nodeColumns\":" + columns(model.getNodeTable()) + ",\"edgeColumns\":" + columns(model.getEdgeTable())
            + ",\"nodes\":[" + String.join(",", nodes.values()) + "],\"edges\":[" + String.join(",", edges.values()) + "]}";
    }

    private static String columns(Iterable<Column> table) {
        StringJoiner columns = new StringJoiner(",", "{", "}");
        for (Column column : table) columns.add(text(column.getTitle()) + ":" + text(column.getTypeClass().getSimpleName()));
        return columns.toString();
    }

    private static String element(Element element, String more) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        fields.add("\"id\":" + text(element.getId().toString()));
        fields.add("\"label\":" + text(element.getLabel()));
        fields.add(more);
        StringJoiner values = new StringJoiner(",", "{", "}");
        for (Column column : element.getTable()) {
            Object value = element.getAttribute(column);
            if (value != null && !column.isProperty()) values.add(text(column.getTitle()) + ":" + value(value));
        }
        Object time = element.getAttribute("timeset");
        if (time != null) values.add("\"timeset\":" + text(time.toString()));
        return fields.add("\"values\":" + values).toString();
    }

    private static String value(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : text(value.toString());
    }

    private static String text(String value) {
        if (value == null) return "null";
        StringBuilder written = new StringBuilder("\"");
        for (char each : value.toCharArray()) {
            if (each == '"' || each == '\\') written.append('\\').append(each);
            else if (each < ' ' || Character.isSurrogate(each)) written.append(String.format("\\u%04x", (int) each));
            else written.append(each);
        }
        return written.append('"').toString();
    }
}
