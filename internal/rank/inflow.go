package rank

// An Inflow says what the scores of a graph's nodes are made of. It is never
// changed, so any number of goroutines may share it.
type Inflow struct {
	rows          *Graph
	scores, out   []float64
	teleport      []float64
	damping, jump float64
}

// A Share is what a node hands on to another.
type Share struct {
	From  int32
	Value float64
}

// Inflow returns what makes the scores that [Graph.PageRank] returned with the
// same options.
func (g *Graph) Inflow(scores []float64, o Options) (Inflow, error) {
	return newInflow(g, g.out, scores, o)
}

// Inflow returns what makes the scores that [Directed.PageRank] returned with
// the same options.
func (g *Directed) Inflow(scores []float64, o Options) (Inflow, error) {
	return newInflow(&g.rows, g.out, scores, o)
}

func newInflow(rows *Graph, out, scores []float64, o Options) (Inflow, error) {
	o, err := o.check(len(out))
	if err != nil {
		return Inflow{}, err
	}
	lost := 0.0
	for i, w := range out {
		if w == 0 {
			lost += scores[i]
		}
	}
	return Inflow{
		rows: rows, scores: scores, out: out, teleport: o.Teleport,
		damping: o.Damping, jump: 1 - o.Damping + o.Damping*lost,
	}, nil
}

// Of returns the terms of the equation of [PageRank] for node i: what it has
// without any edge, (1-d+d·lost)·t, and what each node with an edge to it hands
// on, d·A·p/out; in a [Graph] in ascending order of the nodes, in a [Directed]
// one a share for each edge, in the order of their list. Scores solve the
// equation only up to the tolerance, so the terms are scaled to add up to the
// score.
func (f Inflow) Of(i int) (base float64, shares []Share) {
	base = f.jump * f.teleport[i]
	sum := base
	for k := f.rows.first[i]; k < f.rows.first[i+1]; k++ {
		j := f.rows.to[k]
		v := 0.0
		if w := f.rows.weights[k]; w > 0 {
			v = f.damping * w / f.out[j] * f.scores[j]
		}
		shares = append(shares, Share{j, v})
		sum += v
	}
	if sum == 0 {
		return f.scores[i], shares
	}
	scale := f.scores[i] / sum
	for k := range shares {
		shares[k].Value *= scale
	}
	return base * scale, shares
}
