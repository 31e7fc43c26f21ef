using System.Runtime.InteropServices;

namespace MediaDesk.Places.Lookup;

/// <summary>
/// Positions on the unit sphere as a balanced k-d tree in an array: the middle of a range is its node, split by x, y and z in
/// turn. In space there is neither a date line nor a pole.
/// </summary>
internal static class PlaceTree
{
    /// <summary>A point on the unit sphere.</summary>
    public static (float X, float Y, float Z) Point(double latitude, double longitude)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(longitude));
        return ((float)(cosLatitude * cosLongitude), (float)(cosLatitude * sinLongitude), (float)sinLatitude);
    }

    /// <summary>Brings <paramref name="order"/> and its points (three floats each) into the order of the tree.</summary>
    public static void Build(Span<int> order, Span<float> points)
    {
        var nodes = MemoryMarshal.Cast<float, Node>(points);
        Split(order, nodes, 0);
    }

    /// <summary>
    /// The node nearest to a point among those whose place <paramref name="isWanted"/>, and the square of the chord to it;
    /// -1 when none is nearer than <paramref name="within"/>.
    /// </summary>
    public static (int Place, float Square) Nearest(
        ReadOnlySpan<int> order, ReadOnlySpan<float> points, (float X, float Y, float Z) from, Func<int, bool> isWanted, float within)
    {
        var search = new Search(order, MemoryMarshal.Cast<float, Node>(points), new() { X = from.X, Y = from.Y, Z = from.Z }, isWanted) { Square = within };
        search.In(0, order.Length, 0);
        return (search.Place, search.Square);
    }

    private static void Split(Span<int> order, Span<Node> nodes, int axis)
    {
        while (order.Length > 1)
        {
            var middle = order.Length / 2;
            Select(order, nodes, middle, axis);
            axis = (axis + 1) % 3;
            Split(order[..middle], nodes[..middle], axis);
            order = order[(middle + 1)..];
            nodes = nodes[(middle + 1)..];
        }
    }

    /// <summary>Quickselect: what is smaller on the axis than the element that belongs at <paramref name="wanted"/> comes before it.</summary>
    private static void Select(Span<int> order, Span<Node> nodes, int wanted, int axis)
    {
        var (low, high) = (0, order.Length - 1);
        while (low < high)
        {
            var pivot = nodes[(low + high) >>> 1].On(axis);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (nodes[left].On(axis) < pivot)
                {
                    left++;
                }

                while (nodes[right].On(axis) > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (order[left], order[right]) = (order[right], order[left]);
                    (nodes[left], nodes[right]) = (nodes[right], nodes[left]);
                    left++;
                    right--;
                }
            }

            if (wanted <= right)
            {
                high = right;
            }
            else if (wanted >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Node
    {
        public float X;
        public float Y;
        public float Z;

        public readonly float On(int axis) => axis == 0 ? X : axis == 1 ? Y : Z;
    }

    private ref struct Search(ReadOnlySpan<int> order, ReadOnlySpan<Node> nodes, Node from, Func<int, bool> isWanted)
    {
        private readonly ReadOnlySpan<int> order = order;
        private readonly ReadOnlySpan<Node> nodes = nodes;
        private readonly Node from = from;

        public int Place { get; private set; } = -1;

        public float Square { get; set; }

        public void In(int low, int high, int axis)
        {
            if (low >= high)
            {
                return;
            }

            var middle = low + (high - low) / 2;
            ref readonly var node = ref nodes[middle];
            var (x, y, z) = (node.X - from.X, node.Y - from.Y, node.Z - from.Z);
            var square = x * x + y * y + z * z;
            if (square < Square && isWanted(order[middle]))
            {
                (Place, Square) = (order[middle], square);
            }

            var beyond = from.On(axis) - node.On(axis);
            var next = (axis + 1) % 3;
            if (beyond < 0)
            {
                In(low, middle, next);
            }
            else
            {
                In(middle + 1, high, next);
            }

            if (beyond * beyond >= Square)
            {
                return;
            }

            if (beyond < 0)
            {
                In(middle + 1, high, next);
            }
            else
            {
                In(low, middle, next);
            }
        }
    }
}
